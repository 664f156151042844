"""The parser's trees mended, once, for all readers: what it gets wrong in the news again and again.

Each rule mends one kind of mistake, described with it, and nothing else; they stand by what they are about.
"""

from analysis.grammar.repair import deeds, names, saying, words
from analysis.grammar.tokens import Token

RULES = (
    words.lone_word,
    words.on_helper,
    words.lost_verb,
    words.role,
    words.prefix,
    words.quoted_word,
    names.holder_of_post,
    names.called,
    saying.read_out,
    saying.said_around,
    saying.relative_saying,
    deeds.described_by_deed,
    deeds.parted_subjects,
    deeds.clause_of_deed,
    deeds.agent_of_deed,
    deeds.aged_subject,
    names.listed_name,
    names.joined_name,
    deeds.deed_of_named,
    deeds.part_from_date,
    saying.date_of_telling,
    saying.subject_of_said,
    saying.when_it_will_be,
    saying.clause_of_document,
    saying.clause_of_remark,
    saying.clause_told,
    saying.next_saying,
)


def mend(tokens: list[Token]) -> None:
    """Hang words where they belong, rule by rule: a later one counts on what the earlier ones mended."""
    for rule in RULES:
        for token in tokens:
            rule(token, tokens)
