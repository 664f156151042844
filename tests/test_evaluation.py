"""Match rules, each on the smallest example that it decides; intervals; what is drawn."""

from types import SimpleNamespace

import pytest

from analysis.evaluation import judged, public
from analysis.evaluation.figures import DRAWS, measure, scored
from analysis.evaluation.matching import best_pairs, characters, jaccard
from analysis.evaluation.published import Attribution, Target, Timex, Triplets
from analysis.evaluation.records import Counts, Document, Figure, Gold, Layer, counts

TEXT = 'Ana Obi said Berg "lied twice" in May. Norway backed the coal ban, and Berg too.'
DOCUMENT = Document("one", TEXT, {})


def at(words, prefix=""):
    """The span of some words, as columns."""
    start = TEXT.index(words)
    prefix = f"{prefix}_" if prefix else ""
    return {f"{prefix}start": start, f"{prefix}end": start + len(words)}


def row(**columns):
    return SimpleNamespace(**columns)


def tables(**found):
    return {name: found.get(name, []) for name in ("entities", "mentions", "quotations", "stances", "dates")}


def entity(key, name, kind="person", aliases=(), shown=True):
    return row(entity_id=key, name=name, kind=kind, aliases=list(aliases), shown=shown)


def mention(key, words, form="name"):
    return row(entity_id=key, form=form, **at(words))


def quotation(content, source=None, cue=None, *, spans=None, kind="direct", shown=True, source_id=None):
    found = {"content_spans": spans, "kind": kind, "shown": shown, "source_id": source_id, "source_ids": None}
    for name, words in (("source", source), ("cue", cue)):
        found |= at(words, name) if words else {f"{name}_start": None, f"{name}_end": None}
    return row(**found, **at(content, "content"))


def stance(holder, target, polarity="support", *, words="Norway backed the coal ban", shown=True, confidence=0.5):
    ids = {"holder_id": holder, "target_id": target, "holder": holder, "target": target}
    return row(**ids, polarity=polarity, shown=shown, confidence=confidence, **at(words, "evidence"))


# PolNeAR


def attribution(content, source="", kind="direct"):
    spans = (at(words) for words in (source, "said", content) if words)
    places = [characters([(one["start"], one["end"])]) for one in spans]
    return Attribution(places[0] if source else frozenset(), places[-2], places[-1], kind)


def test_contents_are_the_same_from_the_threshold_on():
    written = tables(quotations=[quotation('"lied twice" in May')])
    found = public.quotations([attribution('"lied twice"')], written, DOCUMENT)
    assert found["overlap 0.3"] == counts(1, 1, 1) and found["overlap 0.8"] == counts(0, 1, 1)


def test_a_content_matches_once_and_the_most_alike_goes_first():
    written = tables(quotations=[quotation('"lied twice" in'), quotation('"lied twice"')])
    found = public.quotations([attribution('"lied twice"')], written, DOCUMENT)
    assert found["overlap 0.3"] == counts(1, 2, 1) and found["content"] == counts(1, 1, 1)


def test_source_and_cue_in_the_hull_of_a_content_are_none_of_it():
    written = tables(quotations=[quotation('Ana Obi said Berg "lied twice"', "Ana Obi", "said")])
    assert public.quotations([attribution('Berg "lied twice"')], written, DOCUMENT)["overlap 0.8"].right == 1


@pytest.mark.parametrize(
    ("mine", "gold", "right"), [("Obi", "Ana Obi", 1), ("Berg", "Ana Obi", 0), (None, "", 1), (None, "Ana Obi", 0)]
)
def test_a_speaker_is_right_where_spans_share_a_character_or_both_are_empty(mine, gold, right):
    written = tables(quotations=[quotation('"lied twice"', mine)])
    assert public.quotations([attribution('"lied twice"', gold)], written, DOCUMENT)["speaker 0.8"].right == right


# SEESAW


def triplets(*stances):
    return Triplets(["Ana Obi", "Berg", "Grand Old Party"], list(stances))


ACTORS = [entity("e1", "Obi"), entity("e2", "Mr Berg", aliases=["Berg"]), entity("e3", "GOP"), entity("e4", "Norway")]


def test_an_actor_is_the_annotated_one_by_name_last_word_or_initials():
    found = public.stances(triplets(), tables(entities=ACTORS), DOCUMENT)
    assert found["entities"] == counts(3, 4, 3)


def test_a_pair_has_the_sign_of_most_of_its_rows_and_none_where_they_balance():
    told = [stance("e1", "e2", side) for side in ("oppose", "oppose", "support")]
    told += [stance("e2", "e1", side) for side in ("oppose", "support")]
    gold = triplets((-1, "Ana Obi", -1, "Berg"), (-1, "Berg", 1, "Ana Obi"))
    found = public.stances(gold, tables(entities=ACTORS, stances=told), DOCUMENT)
    assert found["article"] == counts(1, 1, 2) and found["sentence"] == counts(2, 4, 2)


def test_rows_on_others_and_neutral_ones_are_not_judged_and_a_wrong_sign_is_found_and_wrong():
    told = [stance("e1", "e4"), stance("e1", "e2", "neutral"), stance("e1", "e3")]
    found = public.stances(
        triplets((0, "Ana Obi", -1, "Grand Old Party")), tables(entities=ACTORS, stances=told), DOCUMENT
    )
    assert (found["judged"].right, found["judged"].written) == (1, 2)
    assert found["any sign"] == counts(1, 1, 1) and found["article"] == counts(0, 1, 1) and found["sign"].right == 0


# Names, dates, targets


def test_names_end_near_each_other_and_an_issue_is_none():
    gold = [[(0, 7), (13, 17)]]
    near = tables(entities=ACTORS, mentions=[mention("e1", "Obi"), mention("e1", "Berg")])
    assert public.names(gold, near, DOCUMENT) == {"mentions": counts(2, 2, 2), "pairs": counts(1, 1, 1)}
    far = tables(
        entities=ACTORS, mentions=[mention("e1", "Ana"), mention("e9", "Berg"), mention("e1", "Berg", "nominal")]
    )
    assert public.names(gold, far, DOCUMENT)["mentions"] == counts(0, 1, 2)


def test_days_are_equal_to_the_day_and_sets_are_not_asked_for():
    written = [row(type="TIME", value="2020-05-01T10:00", **at("May")), row(type="SET", value="P1D", **at("twice"))]
    gold = [Timex(*at("in May").values(), "2020-05-01")]
    found = public.dates(gold, tables(dates=written), DOCUMENT)
    assert found == {"spans": counts(1, 1, 1), "values": counts(1, 1, 1)}


def test_a_target_has_the_side_of_the_surest_row_shown_on_it():
    told = [stance("a", "b", "oppose", confidence=0.9), stance("a", "b"), stance("a", "b", shown=False, confidence=1)]
    told = [row(**vars(one), **at("Berg", "target")) for one in told]
    found = public.targets(
        [Target(*at("Berg").values(), "oppose"), Target(*at("May").values(), "neutral")], tables(stances=told), DOCUMENT
    )
    assert found["right"].right == 2 and found["marked"] == counts(1, 1, 1)


# The open gold


def actor(name, words, kind="person"):
    return row(name=name, kind=kind, **at(words))


@pytest.mark.parametrize(
    ("written", "place", "found", "named"),
    [
        (entity("e1", "Ana Obi"), "Ana Obi", 1, 1),
        (entity("e1", "Dr Ana Obi", aliases=["ána obi"]), "Berg", 1, 1),  # by an alias, wherever it was read
        (entity("e1", "Obi"), "Obi", 1, 0),  # by place; the name is too short
        (entity("e1", "Obi", aliases=["Ana Obi"]), "Obi", 1, 0),
        (entity("e1", "Berg"), "Berg", 0, 0),
        (entity("e1", "Ana Obi", "issue"), "Ana Obi", 0, 0),
        (entity("e1", "Ana Obi", shown=False), "Ana Obi", 0, 0),
    ],
)
def test_an_actor_is_found_by_name_else_by_place(written, place, found, named):
    tally = judged.entities(
        [actor("Ana Obi", "Ana Obi")], tables(entities=[written], mentions=[mention("e1", place)]), DOCUMENT
    )
    assert (tally["shown"].right, tally["name"].right) == (found, named)


def test_only_a_name_finds_an_actor_and_each_is_found_once():
    gold = [actor("Ana Obi", "Ana Obi")]
    nominal = tables(entities=[entity("e1", "Ana Obi")], mentions=[mention("e1", "Ana Obi", "nominal")])
    assert judged.entities(gold, nominal, DOCUMENT)["shown"] == counts(0, 0, 1)
    twice = tables(
        entities=[entity("e1", "Obi"), entity("e2", "Ana Obi", "group")],
        mentions=[mention("e1", "Obi"), mention("e2", "Ana Obi")],
    )
    tally = judged.entities(gold, twice, DOCUMENT)
    assert tally["shown"] == counts(1, 2, 1) and tally["name"].right == 1 and tally["kind"].right == 0


def said(content, source="", cue="said", kind="direct"):
    one = quotation(content, source or None, cue, kind=kind)
    one.source, one.content_spans = source, [(one.content_start, one.content_end)]
    return one


def test_marks_are_none_of_a_content_in_the_open_gold():
    written = tables(quotations=[quotation('"lied twice"', cue="said")])
    tally = judged.quotations([said("lied twice")], written, DOCUMENT)
    assert tally["shown 0.8"] == counts(1, 1, 1) and tally["cue"].right == tally["kind"].right == 1


def test_rows_that_are_not_shown_count_among_all_rows_alone():
    tally = judged.quotations([said("lied twice")], tables(quotations=[quotation("lied twice", shown=False)]), DOCUMENT)
    assert tally["shown 0.3"] == counts(0, 0, 1) and tally["all 0.3"] == counts(1, 1, 1)


@pytest.mark.parametrize(
    ("gold", "written", "key", "right"),
    [("Ana Obi", "Obi", None, 1), ("Ana Obi", "Berg", "e1", 1), ("Ana Obi", "Berg", "e2", 0), ("", None, None, 1)],
)
def test_a_source_is_right_by_place_or_by_whom_it_means(gold, written, key, right):
    found = tables(
        quotations=[quotation("lied twice", written, source_id=key)],
        entities=[entity("e1", "President Obi", aliases=["Ana Obi"]), entity("e2", "Berg")],
    )
    assert judged.quotations([said("lied twice", gold)], found, DOCUMENT)["source"].right == right


def side(holder, target, polarity="support", central="no"):
    return row(holder=holder, target=target, polarity=polarity, central=central)


@pytest.mark.parametrize(
    ("target", "written", "right"),
    [
        ("Berg", "e2", 1),  # by an alias
        ("a ban of coal", "the coal ban", 1),  # a thing, by its words
        ("a ban of coal and oil wells", "coal", 0),
        ("Norway", "Norway plan", 0),  # an actor only by name
    ],
)
def test_a_target_is_the_same_by_name_and_a_thing_by_half_of_the_words(target, written, right):
    document = Document("one", TEXT, {"entities": [row(name="Norway")]})
    found = tables(entities=ACTORS, stances=[stance("Ana Obi", written)])
    assert judged.stances([side("Ana Obi", target)], found, document)["shown"] == counts(right, 1, 1)


def test_a_wrong_sign_is_found_and_wrong_and_repeated_rows_count_once():
    gold = [side("Obi", "Norway", "oppose", "yes"), side("Obi", "Berg", "oppose", "yes")]
    told = [stance("e1", "e4"), stance("e1", "e4"), stance("e1", "e2", "oppose", shown=False)]
    tally = judged.stances(gold, tables(entities=ACTORS, stances=told), DOCUMENT)
    assert tally["shown"] == counts(0, 1, 2) and tally["shown, any sign"] == counts(1, 1, 2)
    assert tally["shown, central wrong"].found == 1 and tally["shown, central"].found == 0
    assert tally["all"] == counts(1, 2, 2) and tally["all, central"] == counts(1, 0, 2)


def test_both_signs_on_a_pair_are_right_once():
    told = [stance("e1", "e4", "oppose"), stance("e1", "e4")]
    tally = judged.stances([side("Obi", "Norway")], tables(entities=ACTORS, stances=told), DOCUMENT)
    assert tally["shown"] == counts(1, 2, 1) and tally["shown, sign"].right == 1


def test_hours_are_their_day_and_what_gold_leaves_out_is_not_judged():
    gold = [row(value="2020-05-01", **at("May"))]
    written = [
        row(type="TIME", value="2020-05-01T10:00", **at("in May")),
        row(type="DATE", value="PRESENT_REF", **at("twice")),
        row(type="SET", value="P1D", **at("Berg")),
        row(type="DATE", value="2019", **at("Norway")),
    ]
    assert judged.dates(gold, tables(dates=written), DOCUMENT)["values"] == counts(1, 2, 1)
    length = row(type="DURATION", value="PT2H", **at("May"))
    assert judged.dates([row(value="P", **at("May"))], tables(dates=[length]), DOCUMENT)["values"].right == 0


def candidate(holder, target, label, sentence="Norway backed the coal ban"):
    spans = at(sentence, "sentence") | at(holder, "holder") | at(target, "target")
    return row(holder=holder, target=target, label=label, **spans)


def test_rows_are_judged_in_their_sentence_by_place_or_name():
    gold = [candidate("Norway", "coal ban", "support"), candidate("Norway", "Berg", "none")]
    by_place = row(**vars(stance("x", "y", confidence=0.25)), **at("Norway", "holder"), **at("the coal ban", "target"))
    told = [
        by_place,
        stance("e4", "e2", "oppose", confidence=0.45),
        stance("e4", "e2", words="in May"),
        stance("e2", "e4"),
    ]
    tally = judged.candidates(gold, tables(entities=ACTORS, stances=told), DOCUMENT)
    assert tally["shown"] == Counts(1, 2, 1, 1)
    assert tally["bin 0.2"] == Counts(1, 1, 0.25, 1) and tally["bin 0.4"] == Counts(0, 1, 0.45, 1)


def test_the_calibration_error_is_the_mean_distance_of_confidence_from_what_is_right():
    tally = {"bins": (Counts(1, 2, 0.8, 2), Counts(2, 2, 1.8, 2))}
    assert measure(Figure("error", "bins", "gap"), [tally]).value == pytest.approx(100 * (0.2 + 0.2) / 4)


# Pairs, figures, intervals


def test_pairs_are_one_to_one_and_the_most_alike_first():
    assert best_pairs([(0.4, 0, 0), (0.6, 0, 1), (0.5, 1, 1)]) == {0: 1}
    assert jaccard(characters([(0, 4)]), characters([(2, 6)])) == pytest.approx(1 / 3)


def test_a_figure_without_anything_to_count_has_no_value():
    assert measure(Figure("F1", "a"), [{"a": counts(0, 0, 0)}]).value is None
    assert measure(Figure("F1", "a"), [{"a": counts(0, 3, 0)}]).value == 0


ONE = Layer(
    "made",
    "as made",
    (Figure("F1", "a"), Figure("precision", "a", "precision")),
    lambda gold, rows, _: {"a": rows["a"]},
)


def made(numbers):
    return {str(n): {"a": counts(right, 10, 10)} for n, right in enumerate(numbers)}


def gold_of(n):
    return Gold("made", [Document(str(n), "", {"made": None}) for n in range(n)], (ONE,))


def test_an_interval_comes_from_drawing_articles_and_is_the_same_each_time():
    first, again = (scored(gold_of(40), made([2, 8] * 20))[0].figures[0] for _ in range(2))
    assert first == again and DRAWS == 1000
    assert first.value == 50 and 38 < first.low < 45 < 55 < first.high < 62
    same = scored(gold_of(40), made([5] * 40))[0].figures[0]
    assert same.low == same.high == 50


def test_a_difference_has_the_interval_of_articles_drawn_together():
    """Where each article is better by one, so is each draw, however unlike the articles are."""
    (found,) = scored(gold_of(40), made([2, 8] * 20), made([1, 7] * 20))
    figure = found.figures[0]
    assert (figure.value, figure.other) == pytest.approx((50, 40))
    assert (figure.difference, figure.difference_low, figure.difference_high) == pytest.approx((10, 10, 10))
    unlike = scored(gold_of(40), made([2, 8] * 20), made([8, 2] * 20))[0].figures[0]
    assert unlike.difference == 0 and unlike.difference_low < -10 and unlike.difference_high > 10


def test_only_articles_that_all_tables_have_are_judged():
    (found,) = scored(gold_of(3), made([5, 5, 5]), made([5, 5]))
    assert found.articles == 2
