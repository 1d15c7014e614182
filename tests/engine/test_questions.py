"""Which part of a message asks."""

import pytest

from bot.engine.questions import (
    asks,
    asks_for_the_opposite,
    clean_message,
    is_long,
    leans_on_neighbour,
    names_nothing,
    split_clauses,
    split_conjuncts,
    split_questions,
    split_sentences,
)


@pytest.mark.parametrize(
    "text",
    [
        "what does it pay",
        "Is a degree needed?",
        "salary india?",
        "tell me about bootcamps",
        "any advice on first projects",
        "does anyone know how long it takes",
        "ok so how do I start",
        "I want to know which degree to pick",
        "wondering if python is enough",
    ],
)
def test_questions_and_requests_ask(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    ["my salary came in", "learning python rn", "lol", "I am a nurse.", "great talk yesterday", ""],
)
def test_statements_do_not_ask(text: str) -> None:
    assert not asks(text)


def test_a_message_is_cut_into_its_sentences() -> None:
    sentences = split_sentences("I am a nurse. I like numbers!\nHow do I start?")

    assert [(s.text, s.asks) for s in sentences] == [
        ("I am a nurse.", False),
        ("I like numbers!", False),
        ("How do I start?", True),
    ]


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


def test_what_opens_like_a_question_may_state_something() -> None:
    assert not asks("What I can't do is dig, I tried three times.")
    assert asks("what I can do is dig, is that enough?")
    assert asks("what is a spade for")
    assert asks("What I want to know is how do I prune roses")
    assert asks("what I don't understand is when to prune")
    assert asks("what I can do is what exactly")
    assert asks("what I should do if my roses are ill")
    assert asks("what people skills are important")


@pytest.mark.parametrize(
    "text",
    [
        "which tools do I not need?",
        "what can I skip?",
        "I have a spade, can I skip the rake?",
        "Roses are fine. Which tools are useless?",
        "in gardening who does not need a spade?",
        "so tell me who should not dig",
        "which roses that grow well dont need water?",
        "what tools when starting out are useless?",
        "for a beginner in roses and heather which tool is useless?",
        "what tools i dont need?",
    ],
)
def test_asking_what_is_not_so_is_asking_for_the_opposite(text: str) -> None:
    assert asks_for_the_opposite(text)


@pytest.mark.parametrize(
    "text",
    [
        "which tools do I need?",
        "I do not have a rake, what do I need?",
        "what do I need? I do not have a rake.",
        "which spade is best: I cant dig much",
        "what happens if I don't water them?",
        "what do you tell helpers who never turn up?",
        "what I can't do is dig, so is that a problem?",
        "there is a plant in my yard which I did not sow, what is it?",
    ],
)
def test_denying_something_beside_the_question_is_not(text: str) -> None:
    assert not asks_for_the_opposite(text)


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
    ],
)
def test_a_plain_and_does_not_part_a_question(text: str) -> None:
    assert len(split_questions(text)) == 1


def test_two_subjects_of_a_short_question_are_found() -> None:
    assert split_conjuncts("salary and skills?") == ("salary", "skills")
    assert split_conjuncts("salary, skills") is None
    assert split_conjuncts("a and b and c") is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("is n.l.p. needed", "is nlp needed"),
        ("pay in the U.S. now", "pay in the USA now"),
        ("m a t h s needed", "maths needed"),
        ("salary \U0001f1ee\U0001f1f3", "salary India"),
        ("```python\nimport os\n``` what now", "what now"),
        ("> quoted\nwhat now", "what now"),
        ("<@123456> see https://example.org/x what now", "see what now"),
        ("```never closed", ""),
    ],
)
def test_what_nobody_asks_with_falls_away(text: str, plain: str) -> None:
    assert clean_message(text) == plain


def test_only_posts_are_long() -> None:
    assert not is_long("what does a machine learning engineer earn in India these days?")
    assert is_long("word " * 40)


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("hi all, do i need a spade", True),
        ("shears or rake, which is better for roses", True),
        ("there are two kinds of gardeners", False),
        ("the soil was poor, which is why i left", False),
    ],
)
def test_greetings_and_topics_may_go_before_a_question(text: str, asking: bool) -> None:
    assert asks(text) is asking


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


@pytest.mark.parametrize(
    "text",
    [
        "kindly tell how much it is",
        "sir what do I need",
        "madam, how do I start",
    ],
)
def test_polite_requests_ask(text: str) -> None:
    assert asks(text)


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


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("H O W   M U C H is it", "HOW MUCH is it"),
        ("d o   i   n e e d   C + +", "do i need C++"),
        ("is it C or R", "is it C or R"),
        ("plan a  b test", "plan a b test"),
    ],
)
def test_letters_apart_from_each_other_are_put_together(text: str, plain: str) -> None:
    assert clean_message(text) == plain


@pytest.mark.parametrize(
    ("text", "opposite"),
    [
        ("which skills must not be missing", False),
        ("which skills should I not skip", False),
        ("which skills do I not need", True),
        ("I don't want to become a gardener", True),
        ("I don't want to be late, when do you open", False),
    ],
)
def test_denials_are_told_from_what_must_not_be_missing(text: str, opposite: bool) -> None:
    assert asks_for_the_opposite(text) is opposite


@pytest.mark.parametrize(
    "text",
    [
        "Prune roses in winter, do it every year.",
        "I know Python, which I can use at work.",
        "Basically what gardeners earn in India is a little",
        "Wait list for gardening tools is long",
    ],
)
def test_advice_and_relative_clauses_do_not_ask(text: str) -> None:
    assert not asks(text)


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


@pytest.mark.parametrize("text", ["1 2", "r u", "4 u", "I I", "a b"])
def test_short_words_are_not_put_together(text: str) -> None:
    assert clean_message(text) == text


def test_a_topic_is_no_speaker() -> None:
    assert len(split_clauses("student membership, what does it cost to join?")) == 1
    assert len(split_clauses("cs student in Hanoi, what does it cost to join?")) == 2


def test_a_question_behind_much_code_is_read() -> None:
    assert clean_message(f"```{'x = 1; ' * 700}```\nhow much is it?") == "how much is it?"


@pytest.mark.parametrize(
    "text",
    [
        "When my father died, I took over the shop.",
        "We're a family of gardeners from Kent",
        "Was driving home with the boys",
        "Did a course on roses last year",
        "would hate to leave the garden",
        "which is why I planted them",
        "What I love: roses and long walks",
        "My question's of another kind",
        "I'm asking because it rained",
    ],
)
def test_what_only_opens_like_a_question_does_not_ask(text: str) -> None:
    assert not asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "need advice on whether roses need water",
        "kindly advise when to prune",
        "And is a degree something I must have",
        "when can I start",
        "when i should prune them",
        "have you any tips",
        "roses or tulips, which kind should I plant",
        "did a course last year, is that enough",
    ],
)
def test_requests_and_questions_that_go_on_ask(text: str) -> None:
    assert asks(text)


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
