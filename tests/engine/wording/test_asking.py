"""Whether a text asks something."""

import pytest

from bot.engine.wording.asking import asks, asks_plainly, only_calls


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
    ("text", "asking"),
    [
        ("hi all, do i need a spade", True),
        ("shears or rake, which is better for roses", True),
        ("btw when do i prune roses", True),
        ("i have shears and want to prune roses, what's missing", True),
        ("anyone able to tell me what roses like", True),
        ("somebody pls explain how roses climb", True),
        ("any of yall know if roses climb", True),
        ("once the roses have climbed what's left to do, does anyone know", True),
        ("somebody told me that roses climb", False),
        ("can only members dig here", True),
        ("there are two kinds of gardeners", False),
        ("the soil was poor, which is why i left", False),
    ],
)
def test_greetings_and_topics_may_go_before_a_question(text: str, asking: bool) -> None:
    assert asks(text) is asking


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
        "I learned to prune, which most gardeners do not need",
        "i love advice columns",
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


@pytest.mark.parametrize(
    "text",
    [
        "dont gardeners need gloves",
        "wont robots replace gardeners",
        "has demand for gardeners dropped",
        "have courses become useless",
        "did prices drop",
        "what matters most for getting hired as a gardener",
        "when choosing a spade what matters",
        "which is good for beginners shears or rake",
        "what i should learn first: pruning or digging",
        "am i too old",
        "guys whats the average wage in leeds rn",
        "hw lng does it take 2 become a gardener",
        "sir how do i start",
        "bro do i need a spade",
        "wats a rake",
    ],
)
def test_questions_without_their_mark_are_no_stories(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "dont have a garden",
        "dont really want to dig all day",
        "have experience in pruning and worked in a shop",
        "have just moved to Leeds",
        "have been digging for years",
        "did a course last year and it helped",
        "cant afford a spade",
        "wont lie, it was hard",
        "what matters to me is the fresh air",
        "which is good",
        "guys are nice here",
        "bro can dig all day",
        "guys what a garden",
        "what a wage for a gardener",
        "dont usually need gloves",
        "dont ever use a rake",
        "dnt need a spade",
        "did a course to get a job",
        "have basically learned pruning",
        "what i must learn: pruning",
        "when starting as a gardener nobody knows how much they earn",
        "there are two kinds of them",
        "when i was twelve i got a spade",
    ],
)
def test_stories_may_leave_out_who_they_are_about(text: str) -> None:
    assert not asks(text)


def test_what_is_asked_of_a_thing_tells_a_question_from_an_aside() -> None:
    assert asks_plainly("is a degree in botany required")
    assert not asks_plainly("am a gardener in leeds")


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("guys i need an opinion", True),
        ("looking for some honest advice please", True),
        ("please help me out", True),
        ("i need a spade", False),
        ("any advice on roses?", False),
        ("i need advice on roses", False),
    ],
)
def test_some_sentences_only_ask_to_be_heard(text: str, calls: bool) -> None:
    assert only_calls(text) is calls


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("waht is a rose", True),
        ("wich roses bloom first", True),
        ("wen can i plant them", True),
        ("then i planted them", False),
        ("ray is a gardener", False),
        ("hat is what i wear", False),
        ("i lost my card how do i get a new one", True),
        ("my rose is pale should i get another", True),
        ("i asked my boss how do i look", False),
        ("had the best tea in the garden", False),
        ("had anyone planted it before", True),
    ],
)
def test_a_slip_or_a_missing_stop_hides_no_question(text: str, asking: bool) -> None:
    assert asks(text) == asking
