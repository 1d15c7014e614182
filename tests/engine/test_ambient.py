"""Which overheard messages ask everyone something."""

import pytest

from bot.engine.ambient import find_reason_for_silence


@pytest.mark.parametrize(
    "text",
    [
        "my salary finally came in lol",
        "learning python rn",
        "anyone up for a game",
        "<@42> how much does an engineer earn?",
        "@pixel what does a bootcamp cost?",
        "how are you?",
        "what do you earn?",
        "Fern, is python hard?",
        "is python hard, Fern?",
        "did he get the job?",
        "should we move our course to monday?",
        "why me",
        "why do I always get the worst roses?",
        "isn't python just the best?",
        "do I look like a gardener?",
        "what's up with everybody planting roses?",
        "is anyone here from india?",
        "does anyone actually like weeding?",
        "does anyone want my old spade? free to collect",
        "Prune roses in winter, do it every year.",
        "Basically what gardeners earn in India is a little",
        "What helped me was a good spade",
        "what's the point of roses anyway",
        "who cares about pruning",
        "when will i ever use latin names",
        "why would anyone plant ivy in 2024",
        "why is weeding so boring",
        "who hires people without experience, literally nobody",
        "what do you mean you need a spade",
        "where did you study gardening",
        "so what did the recruiter say about the wage",
        "does anyone have the notes from the pruning lecture",
        '"do i need a spade?" - everybody in this channel',
        "cant believe what they pay gardeners in india",
        "is that a good spade?",
        "is this spade any good?",
        "would you like roses?",
        "do you have roses?",
        "<@42> what tool did you buy first?",
        "what do gardeners do? wait for rain lol",
        "who cleans the tools? not me, never me",
        "how do roses grow? you water them until the money is gone",
        "how does pruning work? 😂",
        "is it hard?",
        "does it pay well?",
        "you're growing roses? why",
        "anyone else switching from cooking to gardening?",
        "?",
        "",
        "word " * 200 + "?",
    ],
)
def test_messages_to_others_and_statements_are_left_alone(text: str) -> None:
    assert find_reason_for_silence(text)


@pytest.mark.parametrize(
    "text",
    [
        "what does a machine learning engineer earn?",
        "does anyone know how long a bootcamp takes",
        "do you need a degree to become an engineer?",
        "how do I become an engineer?",
        "Is a degree needed in the US?",
        "machine learning engineer salary india?",
        "can someone explain what Hadoop is for?",
        "does anyone have advice on pruning roses?",
        "how much do gardeners make in the us",
        "how many tools do i need for this job?",
        "why is pruning hard for beginners",
        "which skills are you expected to have as a gardener?",
        "does anyone know if somebody got a job with a code bootcamp?",
        '"Head gardener?" what does that job title mean?',
        "I want to buy a spade for my roses, is that worth it?",
        "roses and clay soil: do these go together?",
        "which spade would you take?",
        "what would you recommend for clay soil?",
        "does pruning help you get more roses?",
        "sorry if this is dumb but what is pruning?",
        "how do you make yourself known to people with gardens?",
        "is pruning hard? i never did it, any help is welcome",
        "anyone else know what a gardener earns?",
    ],
)
def test_questions_for_anyone_may_be_answered(text: str) -> None:
    assert find_reason_for_silence(text) == ""
