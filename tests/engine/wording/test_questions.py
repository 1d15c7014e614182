"""Which part of a message asks."""

import pytest

from bot.engine.wording.questions import (
    is_long,
    leans_on_neighbour,
    names_nothing,
    points_at_told,
    split_clauses,
    split_conjuncts,
    split_questions,
    split_sentences,
)


def test_a_message_is_cut_into_its_sentences() -> None:
    sentences = split_sentences("I am a nurse. I like numbers!\nHow do I start?")

    assert [(s.text, s.asks) for s in sentences] == [
        ("I am a nurse.", False),
        ("I like numbers!", False),
        ("How do I start?", True),
    ]


@pytest.mark.parametrize(
    "text", ["Are 3.5 years of practice enough?", "is 2.5 m enough and is 0.5 m too little"]
)
def test_a_decimal_number_ends_no_sentence(text: str) -> None:
    assert [sentence.text for sentence in split_sentences(text)] == [text]


@pytest.mark.parametrize(
    "text", ["which is better: 1) a spade or 2) a rake?", "is plan b) dearer than plan c) was?"]
)
def test_a_list_of_other_things_is_no_list_of_questions(text: str) -> None:
    assert [sentence.text for sentence in split_sentences(text)] == [text]


def test_noise_is_cut_into_a_bounded_number_of_sentences() -> None:
    assert len(split_sentences("a. " * 2000)) <= 40


@pytest.mark.parametrize(
    "text",
    [
        "I am a nurse, which tools do gardeners need?",
        "My shed is full so which tools should I sell?",
        "I have clay soil at home; and which roses grow there?",
        "We garden a lot - when are roses pruned?",
        "Florist here: how do roses survive winter?",
        "I moved, I bought a spade, which soil do tomatoes like?",
        "we run a shop in leeds, is a spade needed for soil",
        "sold my shed in june, which tools should i keep",
    ],
    ids=[
        "comma",
        "so",
        "semicolon and and",
        "dash",
        "colon",
        "two statements",
        "no question mark",
        "no speaker named",
    ],
)
def test_what_speakers_say_of_themselves_is_split_from_what_they_ask(text: str) -> None:
    statement, question = split_clauses(text)

    assert (statement.asks, question.asks) == (False, True)
    assert text.startswith(statement.text)
    assert text.endswith(question.text)


@pytest.mark.parametrize(
    "text",
    [
        "In my garden, when should roses be pruned?",
        "If I have clay soil, which roses grow best?",
        "Last week it rained, do roses mind wet soil?",
        "Which soil do I need, and when do I prune my roses?",
        "I love roses, any tips?",
        "I pruned my roses, and I bought a spade.",
        "When should roses be pruned?",
        "We planted a rose, who is great, did my work and left.",
    ],
    ids=[
        "place narrows",
        "condition narrows",
        "not of the speaker",
        "two questions",
        "rest asks nothing by itself",
        "nothing asked",
        "one clause",
        "relative clause",
    ],
)
def test_what_belongs_to_the_question_stays_with_it(text: str) -> None:
    assert [clause.text for clause in split_clauses(text)] == [text]


def test_sentences_are_clauses_of_their_own() -> None:
    clauses = split_clauses("I have roses. I am new here, when should roses be pruned? Thanks!")

    assert [(clause.text, clause.asks) for clause in clauses] == [
        ("I have roses.", False),
        ("I am new here", False),
        ("when should roses be pruned?", True),
        ("Thanks!", False),
    ]


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("any advice?", True),
        ("and why?", True),
        ("how much is it?", True),
        ("which tools do they need for pruning?", True),
        ("when should roses be pruned?", False),
        ("is that a good spade for heavy clay soil in winter with frost?", False),
    ],
    ids=["no subject", "only why", "it", "they beside a subject", "own subject", "long with that"],
)
def test_a_question_without_its_own_subject_leans_on_what_was_said_before(
    text: str, leans: bool
) -> None:
    assert leans_on_neighbour(text) is leans


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "what do they do and how much do they make?",
            ["what do they do", "how much do they make?"],
        ),
        ("Is it hard? What does it pay?", ["Is it hard?", "What does it pay?"]),
        ("how long does it take, and do I need a degree", None),
    ],
)
def test_two_questions_in_one_message_are_parted(text: str, parts: list[str] | None) -> None:
    found = split_questions(text)

    assert len(found) == 2
    assert parts is None or found == parts


@pytest.mark.parametrize(
    "text",
    [
        "do I need maths and statistics?",
        "what is the difference between research and engineering",
        "alright. and how does it work?",
        "cleaning and collecting data",
        "we are new here and do not know what a season costs",
    ],
)
def test_a_plain_and_does_not_part_a_question(text: str) -> None:
    assert len(split_questions(text)) == 1


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("do I need Java and also is agile a must", "is agile a must"),
        ("which tools are used, and does experience matter?", "does experience matter?"),
        ("how much is the tunnel, and do students pay less?", "do students pay less?"),
    ],
)
def test_a_second_question_may_be_about_anything(text: str, second: str) -> None:
    assert split_questions(text)[1:] == [second]


def test_what_two_verbs_share_is_not_parted() -> None:
    text = "what do gardeners plant and do all day"

    assert split_questions(text) == [text]


def test_two_subjects_of_a_short_question_are_found() -> None:
    assert split_conjuncts("salary and skills?") == ("salary", "skills")
    assert split_conjuncts("do I need linear algebra and statistics?") == (
        "do I need linear algebra",
        "do I need statistics",
    )
    assert split_conjuncts("what is the difference between maths and statistics") is None
    assert split_conjuncts("salary, skills") is None
    assert split_conjuncts("a and b and c") is None


def test_only_posts_are_long() -> None:
    assert not is_long("what does a machine learning engineer earn in India these days?")
    assert is_long("word " * 40)


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("is that a problem?", True),
        ("what should I do?", True),
        ("can I do it?", True),
        ("when are roses pruned?", False),
        ("is a degree needed for that?", False),
    ],
)
def test_a_question_may_name_nothing(text: str, nothing: bool) -> None:
    assert names_nothing(text) is nothing


def test_a_run_on_as_long_as_a_post_is_cut_where_it_asks() -> None:
    story = "i drive a bus in pune and " + "we are tired and " * 10 + "the kids are loud"
    clauses = split_clauses(f"what do i need for a start, {story}, thx all")

    assert [(c.text[:12], c.asks) for c in clauses] == [
        ("what do i ne", True),
        ("i drive a bu", False),
    ]


def test_what_narrows_a_part_of_a_run_on_stays_with_it() -> None:
    story = "we are tired and " * 10 + "the kids are loud"
    clauses = split_clauses(f"{story}, in india, what does it pay a month")

    assert [c.text for c in clauses if c.asks] == ["in india, what does it pay a month"]


def test_a_post_that_asks_nothing_outright_asks_by_what_it_wants_to_know() -> None:
    story = "I drive a bus. " + "We save some money each month. " * 6
    clauses = split_clauses(
        f"{story}I need to tell my wife how many months it takes to learn this."
    )

    assert [c.asks for c in clauses][-1:] == [True]
    assert not any(c.asks for c in clauses[:-1])


def test_a_list_of_what_is_asked_about_is_not_cut_off() -> None:
    text = (
        "can someone tell me what is the average yearly pay that a gardener could expect to be paid"
        " in India, the UK, Germany and France, or wherever roses grow next year after all that?"
    )

    assert [c.text for c in split_clauses(text)] == [text]


def test_what_a_post_tells_is_no_question() -> None:
    text = (
        "Thanks a lot for all of this. Yesterday I could tell my mother how much a gardener in"
        " India earns. She was so proud of me. We will call her again tonight and celebrate it."
    )

    assert not any(clause.asks for clause in split_clauses(text))


def test_a_topic_is_no_speaker() -> None:
    assert len(split_clauses("student membership, what does it cost to join?")) == 1
    assert len(split_clauses("cs student in Hanoi, what does it cost to join?")) == 2


def test_what_narrows_a_question_and_its_other_half_stay_with_it() -> None:
    text = (
        "Porter by day and gardener by night here, in my third year of evening classes, and one"
        " thing I can't picture: when a bed is ready, is it the gardener who plants it, or do they"
        " leave that to somebody else?"
    )

    assert [c.text for c in split_clauses(text) if c.asks] == [
        "when a bed is ready, is it the gardener who plants it, or do they leave that to somebody"
        " else?"
    ]


def test_a_run_on_without_a_question_mark_is_cut_where_it_asks() -> None:
    text = (
        "Yesterday a man at the market told me that nobody needs compost any more because the bags"
        " from the shop do it all, is that true or was he selling bags, also the cake was terrible"
    )

    assert next(c.text for c in split_clauses(text) if c.asks).startswith("is that true")


@pytest.mark.parametrize("text", ["can i read your books on it", "is that enough", "do those fit"])
def test_it_and_that_point_at_what_was_told(text: str) -> None:
    assert points_at_told(text)


@pytest.mark.parametrize("text", ["what do they earn there", "can i read books", "are you open"])
def test_people_and_places_are_no_things_told_of(text: str) -> None:
    assert not points_at_told(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Can I skip roses if I already know ivy?", "I already know ivy"),
        ("how long does it take, since i've already got a spade?", "i've already got a spade"),
        (
            "is a course worth it, asking as someone who is 35 and in accounting",
            "asking as someone who is 35 and in accounting",
        ),
        ("how long does it take if I know ivy?", None),
        ("what if i already know ivy?", None),
    ],
)
def test_a_condition_that_is_met_is_told(text: str, told: str | None) -> None:
    clauses = split_clauses(text)

    assert [clause.text for clause in clauses if not clause.asks] == ([told] if told else [])
    assert sum(clause.asks for clause in clauses) == 1


def test_so_far_opens_no_question() -> None:
    text = "I have only pruned one rose so far, is that okay for now?"

    assert [clause.text for clause in split_clauses(text)] == [text]
