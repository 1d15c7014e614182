"""Everything the knowledge can make the bot send stays within Discord's limits."""

import pytest
from discord_stand_in.errors import ApiError
from discord_stand_in.limits import check_message
from discord_stand_in.model import FLAG_COMPONENTS_V2

from bot.knowledge.base import Knowledge
from bot.knowledge.loader import build_knowledge, load_knowledge
from bot.knowledge.parsing import word_problem
from bot.knowledge.shipped import find_shipped_knowledge
from bot.limits import find_limit_problems, measure
from bot.surfaces import Origin, list_surfaces
from bot.views.actions import ActionSelect, Option
from bot.views.layouts import make_layout, make_texts
from bot.views.salary import CHART_FILENAME

BUTTON = {"type": 2, "style": 2, "label": "Press", "custom_id": "b1:open:a"}


@pytest.fixture(scope="module")
def shipped() -> Knowledge:
    return load_knowledge(find_shipped_knowledge())


def list_problems(knowledge: Knowledge) -> list[str]:
    return [word_problem(problem, None) for problem in find_limit_problems(knowledge)]


def test_discord_takes_every_surface_of_the_shipped_knowledge(shipped: Knowledge) -> None:
    refused = []
    names = set()
    for name, lay_out in list_surfaces(shipped):
        names.add(name)
        components = lay_out().to_components()
        files = [CHART_FILENAME] if "pay.png" in str(components) else []
        try:
            check_message(
                "", [], components, FLAG_COMPONENTS_V2, filenames=files, sizes=[], extra={}
            )
        except ApiError as error:
            refused.append(f"{name}: {error.errors}")

    assert not refused
    assert {Origin("faq/*.yaml", entry.id) for entry in shipped.entries} <= names


def test_the_shipped_knowledge_has_no_limit_problems(shipped: Knowledge) -> None:
    assert list_problems(shipped) == []


def test_an_answer_that_its_sources_push_over_the_limit_is_reported() -> None:
    title = "A very long title " * 150
    files = {
        "faq/a.yaml": f"- {{id: a, question: Why?, answer: {'x' * 1400}, sources: [s]}}",
        "sources.yaml": f"- {{id: s, title: {title}}}",
    }
    knowledge = build_knowledge({name: text.encode() for name, text in files.items()})
    (problem,) = list_problems(knowledge)

    assert problem.startswith("faq/*.yaml: a: answer: is 4")
    assert "shorten" in problem


def test_what_discord_would_refuse_is_named_with_its_place(career_bot, write_knowledge) -> None:
    files = {
        "faq/more/b.yml": "- {id: b, question: Who?, answer: B., follow_ups: [a]}\n"
        f"- id: a\n  question: Why?\n  answer: {'x' * 1400}\n  sources: [s]\n",
        "sources.yaml": f"- {{id: s, title: {'A very long title ' * 150}}}",
    }
    shown = career_bot("check", "--knowledge", write_knowledge(files)).stdout

    assert "error: faq/more/b.yml:4: a: answer: is 4" in shown


def build_pairs(word: str) -> Knowledge:
    """Two long answers without sources, and two shorter ones that name three long sources each."""

    def write(name: str, length: int, sources: str) -> str:
        question = f"What about {name}, and about all the rest of what belongs to it?"
        answer = word * (length // len(word))
        return f"- {{id: {name}, question: '{question}', answer: {answer}, sources: [{sources}]}}\n"

    files = {
        "faq/a.yaml": write("ash", 1500, "")
        + write("elm", 1496, "")
        + write("oak", 1480, "s0, s1, s2")
        + write("yew", 1480, "s3, s4, s5"),
        "sources.yaml": "".join(f"- {{id: s{n}, title: {word * 25}}}\n" for n in range(6)),
    }
    return build_knowledge({name: text.encode() for name, text in files.items()})


def test_two_answers_at_once_that_their_sources_push_over_the_limit_are_reported() -> None:
    (problem,) = list_problems(build_pairs("word"))

    assert problem.startswith("faq/*.yaml: oak and yew in one answer: is 3")
    assert "shorten to 3750" in problem


def test_two_answers_at_once_in_too_many_bytes_are_reported() -> None:
    (problem,) = list_problems(build_pairs("शब्द"))

    assert problem.startswith("faq/*.yaml: oak and yew in one answer: is 1")
    assert "bytes in UTF-8" in problem


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("t" * 101, "is too long"),
        ("-", "the option '-' has no name that can be shown"),
    ],
    ids=["long", "of a mark"],
)
def test_a_topic_that_no_menu_takes_is_reported(name: str, said: str) -> None:
    entry = "- {id: a, question: Why?, answer: Because.}"
    problems = list_problems(build_knowledge({f"faq/{name}.yaml": entry.encode()}))
    reported = [problem for problem in problems if problem.startswith("faq/*.yaml: all topics: ")]

    assert len(reported) == 1  # though several messages hold that menu
    assert said in reported[0]


def test_long_text_in_many_bytes_is_cut_to_what_discord_takes() -> None:
    components = make_layout(*make_texts("अ" * 3000, "आ" * 3000)).to_components()

    check_message("", [], components, FLAG_COMPONENTS_V2, filenames=[], sizes=[], extra={})
    assert sum(len(c["content"]) for c in components) > 3000


def test_many_entries_and_topics_are_cut_into_pages_not_refused() -> None:
    files = {
        f"faq/topic-{t:02}.yaml": "\n".join(
            f"- {{id: e{t}-{n}, question: {'Why is it so ' * 5}{t} {n}?, answer: Because.}}"
            for n in range(40)
        )
        for t in range(30)
    }
    knowledge = build_knowledge({name: text.encode() for name, text in files.items()})

    assert list_problems(knowledge) == []


def build_skills(*, groups: int, skills: int) -> Knowledge:
    group_lines = "\n".join(f"  - {{id: g{n}, name: Group {n}}}" for n in range(groups))
    why = "because " * 19
    skill_lines = "\n".join(
        f"  - {{id: s{n}, name: Skill {n}, group: g{n % groups}, why: {why}, order: {n}}}"
        for n in range(skills)
    )
    files = {
        "faq/a.yaml": "- {id: a, question: Why?, answer: Because.}",
        "skills.yaml": f"groups:\n{group_lines}\nskills:\n{skill_lines}\n",
    }
    return build_knowledge({name: text.encode() for name, text in files.items()})


@pytest.mark.parametrize("groups", [20, 60])
def test_many_skills_and_groups_are_cut_into_pages_not_refused(groups: int) -> None:
    knowledge = build_skills(groups=groups, skills=200)

    assert list_problems(knowledge) == []


def test_skills_that_no_checklist_takes_are_reported() -> None:
    (problem,) = list_problems(build_skills(groups=2, skills=301))

    assert problem == "skills.yaml: holds 301 skills; a checklist takes 300"


def test_a_select_is_never_cut_in_silence() -> None:
    options = [Option(f"Option {n}", str(n)) for n in range(26)]

    with pytest.raises(ValueError, match="“Choose one” would hold 26 options; Discord takes 25"):
        ActionSelect.make("Choose one", options, "choose")


@pytest.mark.parametrize(
    ("components", "said"),
    [
        ([{"type": 10, "content": "x" * 4001}], "4001 characters of text"),
        ([{"type": 10, "content": "अ" * 3900}], "11700 bytes"),
        ([{"type": 10, "content": "x"}] * 41, "41 components"),
        ([{"type": 1, "components": [BUTTON, BUTTON]}], "do the same"),
        ([{"type": 1, "components": [BUTTON | {"label": "x" * 81}]}], "longer than 80"),
        ([{"type": 1, "components": [BUTTON | {"custom_id": "x" * 101}]}], "too long for a button"),
        ([{"type": 1, "components": [{"type": 3, "options": []}]}], "0 options"),
        (
            [{"type": 1, "components": [BUTTON | {"custom_id": str(n)} for n in range(6)]}],
            "6 buttons",
        ),
    ],
    ids=["text", "bytes", "components", "twice", "label", "custom id", "no options", "row"],
)
def test_what_discord_would_refuse_is_named(components: list[dict[str, object]], said: str) -> None:
    assert any(said in what for what in measure(components))
