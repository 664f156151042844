"""A small article that formats stumble over: CR LF, characters beyond U+FFFF, combining marks, markup, a tab, a piece
of a quotation over two lines, a name that begins as a formula does. Its reading is written by hand.
"""

import re
from datetime import date

from analysis.reading import Reading
from analysis.records import Article, ArticleReading, Cast, Entity, Mention, Quotation, Span, Stance, TimeExpression

TEXT = (
    "\U0001f3d7\ufe0f Bridge <divides> \U00010330rnheim\r\n\r\n"
    "=Oda Lie\u0301 \U0001f469\u200d\U0001f692 backed the bridge | toll on Friday.\r\n"
    "“We\u0301 will\tbuild it,” Lie\u0301 told \U00010330rnheim; “not\r\nnow, but _soon_ [\U0001f600].”\r\n\r\n"
    "The A&B\\C Club rejected the toll in 2021. \U0001d538ll the same -> it pays."
)


def span(words: str, nth: int = 0) -> Span:
    """Where the words stand for the nth time."""
    found = list(re.finditer(re.escape(words), TEXT))[nth]
    return Span(*found.span())


def mention(words: str, key: str, form: str = "name", nth: int = 0) -> Mention:
    """A mention of an entity."""
    start, end = span(words, nth)
    return Mention(start=start, end=end, text=words, form=form, entity_id=key)


SENTENCES = (
    span("=Oda Lie\u0301 \U0001f469\u200d\U0001f692 backed the bridge | toll on Friday."),
    span(TEXT[TEXT.index("“We") : TEXT.index("\r\n\r\nThe A&B")]),
    span("The A&B\\C Club rejected the toll in 2021."),
    span("\U0001d538ll the same -> it pays."),
)
CAST = Cast(
    entities=(
        Entity(entity_id="e1", name="=Oda Lie\u0301", kind="person", rule="group_names", confidence=0.9),
        Entity(entity_id="e2", name="\U00010330rnheim", kind="place", rule="group_names", confidence=0.9),
        Entity(entity_id="e3", name="A&B\\C Club", kind="organization", rule="group_names", confidence=0.9),
        Entity(entity_id="e4", name="bridge | toll", kind="issue", rule="find_issues", confidence=0.9),
        Entity(entity_id="e5", name="We\u0301", kind="group", rule="group_names", confidence=0.1, shown=False),
    ),
    mentions=(
        mention("\U00010330rnheim", "e2"),
        mention("=Oda Lie\u0301", "e1"),
        mention("bridge | toll", "e4"),
        mention("We\u0301", "e5", "pronoun"),
        mention("Lie\u0301", "e1", nth=1),
        mention("\U00010330rnheim", "e2", nth=1),
        mention("A&B\\C Club", "e3"),
        mention("toll", "e4", "nominal", nth=1),
    ),
)
SAID = Quotation(
    content=(span("“We\u0301 will\tbuild it,”"), span("“not\r\nnow, but _soon_ [\U0001f600].”")),
    kind="direct",
    source=span("Lie\u0301", 1),
    cue=span("told"),
    cue_sort="speech",
    confidence=0.95,
    rule="quote_before",
)
UNSURE = Quotation(content=(span("it pays"),), kind="indirect", confidence=0.1, rule="quote_after", shown=False)
STANCES = (
    Stance(
        holder_id="e1",
        target_id="e4",
        polarity="support",
        score=0.8,
        basis="action",
        evidence=SENTENCES[0],
        holder=span("=Oda Lie\u0301"),
        target=span("bridge | toll"),
        confidence=0.8,
        rule="deeds",
    ),
    Stance(
        holder_id="e3",
        target_id="e4",
        polarity="oppose",
        score=-0.9,
        basis="action",
        evidence=SENTENCES[2],
        confidence=0.9,
        rule="deeds",
    ),
    Stance(
        holder_id="e2",
        target_id="e4",
        polarity="oppose",
        score=-0.1,
        basis="action",
        evidence=SENTENCES[3],
        confidence=0.1,
        rule="deeds",
        shown=False,
    ),
)
ARTICLE = Article(
    article_id="odd/a:b \u00e9",
    text=TEXT,
    source="/somewhere/odd.txt",
    headline=span("\U0001f3d7\ufe0f Bridge <divides> \U00010330rnheim"),
    paragraphs=(span(TEXT[TEXT.index("=Oda") : TEXT.index("\r\n\r\nThe A&B")]), Span(TEXT.index("The A&B"), len(TEXT))),
    published=date(2021, 5, 28),
    byline="Ida {Berg} & Sons",
    outlet="The \U00010330rnheim Post",
    url="https://example.org/a?b=1&c=2",
)
ODD = Reading.of(
    [
        ArticleReading(
            article=ARTICLE,
            sentences=SENTENCES,
            n_words=30,
            cast=CAST,
            quotations=(SAID, UNSURE),
            sources=(("e1",), ()),
            stances=STANCES,
            dates=(
                TimeExpression(
                    start=span("Friday")[0],
                    end=span("Friday")[1],
                    text="Friday",
                    type="DATE",
                    value="2021-05-28",
                    day="2021-05-28",
                    rule="weekday",
                ),
            ),
        )
    ]
)
