import pytest

from bot.engine.framing import drop_frame
from bot.engine.text import tokenize


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("does anyone know if the pool opens on mondays?", "the pool opens on mondays"),
        ("hey all, quick question: how do I join?", "how do i join"),
        ("has anybody got a clue what a locker costs", "what a locker costs"),
        ("can someone explain what the annex is good for?", "what the annex is good for"),
        ("I was just wondering whether dogs are allowed", "dogs are allowed"),
        ("I'd like to know what a guest pays, please", "what a guest pays"),
        ("do u guys know where the office is, thanks in advance", "where the office is"),
        ("is it ok to bring a drill, does anybody know?", "is it ok to bring a drill"),
        ("my question is whether maths is needed", "maths is needed"),
        ("dumb question: is maths needed", "is maths needed"),
        ("hang on, is maths needed", "is maths needed"),
        ("hlo sir is maths needed", "is maths needed"),
        ("hey people, is maths needed", "is maths needed"),
        ("hi, people skills?", "people skills"),
        ("hello team work", "team work"),
        ("thank you sir. one more thing, is maths needed", "is maths needed"),
        ("sorry if this has been asked before but is maths needed?", "is maths needed"),
        ("sorry if dumb question but is maths needed", "is maths needed"),
        ("hi, sorry if it sounds silly but is maths needed?", "is maths needed"),
        ("not sure if this is the right channel but is maths needed", "is maths needed"),
        ("this might be a stupid question but is maths needed", "is maths needed"),
        ("probably a dumb question but is maths needed", "is maths needed"),
        ("slightly off-topic, but is maths needed", "is maths needed"),
        ("random thought but is maths needed", "is maths needed"),
        ("excuse me, terribly sorry, is maths needed", "is maths needed"),
        ("please forgive the question, but is maths needed?", "is maths needed"),
        ("sorry to bother you again, is maths needed", "is maths needed"),
        ("sorry, may I ask if maths is needed?", "maths is needed"),
        ("explain maths to me like im thick", "maths"),
        ("what is maths like i'm 5", "what is maths"),
        ("genuinely asking, is maths needed", "is maths needed"),
        ("like what is needed", "what is needed"),
        ("last one i promise: is maths needed", "is maths needed"),
        ("is maths needed thx", "is maths needed"),
        ("quick q for the channel, is maths needed", "is maths needed"),
        ("question for the hive mind: is maths needed", "is maths needed"),
        ("is maths needed? genuine question to whoever", "is maths needed"),
        ("is maths needed, anyone have a clue", "is maths needed"),
        ("is maths needed, can anybody enlighten me?", "is maths needed"),
        ("is maths needed? curious if anyone knows", "is maths needed"),
        ("is maths needed, any takers?", "is maths needed"),
        ("is maths needed, can anybody describe it", "is maths needed"),
        ("anyone able to tell me if maths is needed", "maths is needed"),
        ("has anyone an idea why maths is needed", "why maths is needed"),
        ("folks of this server, is maths needed", "is maths needed"),
        ("is maths needed, can't find it anywhere", "is maths needed"),
        ("is maths needed? saw it in an ad", "is maths needed"),
        ("is maths needed, nobody seems able to tell me", "is maths needed"),
    ],
)
def test_what_only_asks_falls_away(text: str, left: str) -> None:
    assert " ".join(drop_frame(tokenize(text))) == left


@pytest.mark.parametrize(
    "text",
    [
        "do you know python",
        "can someone help with a move",
        "how do i post a question to the community",
        "so sorry",
        "feeling sorry for the last one",
        "it looks like im late",
        "i like python but it is slow",
        "that is small",
        "like a bachelors",
        "any advice for beginners",
        "any tips on getting started",
        "what questions do they ask",
        "people say machine learning is dying",
        "who knows the way",
        "hi there",
        "anyone",
        "tell me more",
        "thank you cards for guests",
        "can i get someone else",
        "swap my partner for anyone",
        "wait is how long",
        "one more guest for dinner",
        "",
    ],
)
def test_what_says_something_stays(text: str) -> None:
    assert drop_frame(tokenize(text)) == tokenize(text)
