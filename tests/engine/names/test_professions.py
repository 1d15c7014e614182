import pytest

from bot.engine.entries import Qualifier, QualifierValue, Vocabulary
from bot.engine.lexical.text import tokenize
from bot.engine.names.professions import (
    ProfessionMention,
    asks_about_teller,
    find_professions,
    is_aim,
    is_origin,
)
from bot.engine.narrowing.mentions import MentionFinder


def names(text: str) -> list[str]:
    return [profession.name for profession in find_professions(tokenize(text))]


def origins(text: str) -> dict[str, bool]:
    tokens = tokenize(text)
    mentions = find_professions(tokens)
    return {mention.name: is_origin(tokens, mention, mentions) for mention in mentions}


@pytest.mark.parametrize(
    "name",
    """
    data engineer, data analyst, data scientist, business analyst, DevOps engineer,
    MLOps engineer, AI engineer, AI researcher, research scientist, product manager,
    project manager, backend developer, frontend developer, full stack developer, web developer,
    software developer, software engineer, QA engineer, security engineer, cloud engineer,
    site reliability engineer, network engineer, electrical engineer, mechanical engineer,
    civil engineer, prompt engineer, actuary, statistician, economist, nurse, doctor, teacher,
    lawyer, data architect, database administrator, solutions architect, game developer,
    iOS developer, Java developer, C++ developer, C# developer, .NET developer, UX designer,
    graphic designer, scrum master, product owner, technical writer, computer vision engineer,
    NLP engineer, mathematician, physicist, accountant, plumber, electrician, pilot,
    police officer, firefighter, dentist, pharmacist, journalist, chef, truck driver,
    real estate agent, flight attendant, secretary, cashier, social worker, psychologist,
    financial analyst, quantitative researcher, investment banker, machine learning researcher,
    artificial intelligence engineer, hardware engineer, embedded engineer, system administrator,
    penetration tester, biologist, chemist, veterinarian, surgeon, farmer, welder, carpenter
    """.replace("\n", " ").split(","),
)
def test_a_profession_is_found_in_the_singular_and_the_plural(name: str) -> None:
    name = name.strip()
    (mention,) = find_professions(tokenize(f"what does a {name} earn"))

    assert (mention.name, mention.start) == (name, 3)
    assert names(f"do {mention.plural} earn well") == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nurses", ("nurse", "nurses")),
        ("secretaries", ("secretary", "secretaries")),
        ("salesmen", ("salesman", "salesmen")),
        ("salespeople", ("salesperson", "salespeople")),
        ("actresses", ("actress", "actresses")),
        ("waitresses", ("waitress", "waitresses")),
        ("actuaries", ("actuary", "actuaries")),
        ("career coaches", ("career coach", "career coaches")),
        ("midwives", ("midwife", "midwives")),
        ("policewomen", ("policewoman", "policewomen")),
        ("attorneys", ("attorney", "attorneys")),
        ("backend devs", ("backend developer", "backend developers")),
        ("full-stack dev", ("full stack developer", "full stack developers")),
        ("swe salary", ("software engineer", "software engineers")),
        ("swes", ("software engineer", "software engineers")),
        ("sre pay", ("site reliability engineer", "site reliability engineers")),
        ("dba", ("database administrator", "database administrators")),
        ("sysadmins", ("system administrator", "system administrators")),
        ("a quant", ("quantitative researcher", "quantitative researchers")),
        ("pentesters", ("penetration tester", "penetration testers")),
        ("directors of engineering", ("director of engineering", "directors of engineering")),
        ("the nurse's pay", ("nurse", "nurses")),
        ("nursing salary", ("nursing", "nursing")),
    ],
)
def test_plurals_and_short_forms_share_a_display_name(text: str, expected: tuple[str, str]) -> None:
    (mention,) = find_professions(tokenize(text))

    assert (mention.name, mention.plural) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("machine learning engineer", ["machine learning engineer"]),
        ("ml software engineer", ["ML software engineer"]),
        ("ai research scientist", ["AI research scientist"]),
        ("data science engineer", ["data science engineer"]),
        ("it project manager", ["IT project manager"]),
        ("software architect or data architect", ["software architect", "data architect"]),
        ("data engineer vs data analyst vs nurse", ["data engineer", "data analyst", "nurse"]),
        ("ruby on rails developers", ["ruby on rails developer"]),
        ("nurse practitioner", ["nurse practitioner"]),
        ("artificial intelligence product manager", ["artificial intelligence product manager"]),
    ],
)
def test_the_longest_title_wins(text: str, expected: list[str]) -> None:
    assert [name.lower() for name in names(text)] == [name.lower() for name in expected]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "how do i become an engineer",
        "what does a developer earn",
        "is the manager strict",
        "scientists and analysts",
        "how do i cook and train a model",
        "is there a guide for beginners",
        "who is the author of this document",
        "what do recruiters look for",
        "how do i impress hiring managers",
        "my professor said so",
        "which driver do i install for my gpu",
        "students and workers, leaders, experts and professionals",
        "who can judge that",
        "be the host of a server",
        "what is teacher forcing",
        "actor critic methods",
        "a pilot project",
        "quantum mechanics",
        "which text editor is best",
        "do i architect the system",
        "tailor my cv",
        "is machine learning used in accounting",
        "software development life cycle",
        "how do i deploy to production",
    ],
)
def test_vague_and_ordinary_words_are_no_professions(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("how do i become a writer", ["writer"]),
        ("what does a recruiter earn", ["recruiter"]),
        ("what does a recruiter do", ["recruiter"]),
        ("salary of an architect", ["architect"]),
        ("professor salary", ["professor"]),
        ("ml engineer vs architect", ["ML engineer", "architect"]),
        ("a career in nursing", ["nursing"]),
        ("how do i get into web development", ["web development"]),
        ("data engineering jobs", ["data engineering"]),
        ("cybersecurity salary", ["cybersecurity"]),
    ],
)
def test_ambiguous_titles_count_where_the_work_is_spoken_of(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "i am a nurse how do i become an ml engineer",
        "i'm a nurse",
        "im currently a nurse",
        "i am not a nurse",
        "i was a qualified nurse for years",
        "i've been a nurse for 10 years, what should i learn",
        "i am a 35 year old nurse",
        "hi everyone, as a nurse, what should i learn first",
        "how do i become an ml engineer as a nurse",
        "can i get into ml as a nurse",
        "i work as a nurse",
        "i currently work as a senior nurse",
        "currently working as a nurse",
        "i have worked as a nurse",
        "former nurse, what now",
        "ex nurse here",
        "retired nurse wondering about ml",
        "from nurse to ml engineer",
        "from being a nurse to ml engineer",
        "coming from nursing, is it hard",
        "from nursing to ml",
        "switch from nurse to data scientist",
        "nurse to ml engineer",
        "nurse to ml",
        "how to transition from nurse into machine learning engineering",
        "my job as a nurse bores me",
        "can a nurse become an ml engineer",
        "could a nurse learn machine learning",
        "how can nurses become data scientists",
        "how does a nurse get into ml",
        "background in nursing",
        "nurse background",
        "i have 5 years as a nurse",
        "i have years of experience as a nurse",
        "nurse by profession",
        "nurse here, is it too late",
        "nurse who wants to switch",
        "nurse wanting to become ml engineer",
        "quitting nursing jobs, i am a nurse",
        "tired of being a nurse",
        "my wife is a nurse, can she learn ml",
        "someone who is a nurse",
        "can i become an ml engineer without being a nurse",
        "do i need to be a nurse to become an ml engineer",
        "my nurse told me to learn python",
        "i am a nurse, how much would i earn as an ml engineer",
        "i am a nurse with no degree, can i still get in",
        "as a nurse, would i be expected to get a second degree",
        "would a nurse find it easy",
        "ml sounds hard, would a nurse manage it",
        "would a nurse need a new degree",
        "is ml too hard for a nurse",
        "which one is better for a nurse",
    ],
)
def test_where_somebody_comes_from_is_an_origin(text: str) -> None:
    found = origins(text)

    assert found.pop("nurse", None) or found.pop("nursing")


@pytest.mark.parametrize(
    "text",
    [
        "what does a nurse earn",
        "how do i become a nurse",
        "i want to be a nurse",
        "i want to work as a nurse",
        "how do i get a job as a nurse",
        "what is the salary as a nurse",
        "how much can i make as a nurse",
        "is an ml engineer different from a nurse",
        "how does an ml engineer differ from a nurse",
        "ml engineer vs nurse",
        "nurse or ml engineer",
        "who is a nurse",
        "what is a nurse",
        "what do i need to be a nurse",
        "skills for a nurse",
        "switch from ml engineer to nurse",
        "can an ml engineer become a nurse",
        "ml engineer to nurse",
        "i'm an accountant, can i become a nurse",
        "i am a nurse, how much should i earn",
        "is my salary good, i am a nurse, what do i make",
        "my nurse salary",
        "is it the same as a nurse",
        "and nurses",
        "pros and cons of being a nurse",
        "job growth for nurses",
        "i am a nurse, how much do i get",
        "i am a nurse, what should i be paid",
        "would a nurse need a degree",
        "would a nurse manage it",
        "which one pays better for a nurse",
    ],
)
def test_what_is_asked_about_is_no_origin(text: str) -> None:
    assert origins(text)["nurse"] is False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "i am a nurse, can i become a data analyst",
            {"nurse": True, "data analyst": False},
        ),
        (
            "switch from accountant to data engineer",
            {"accountant": True, "data engineer": False},
        ),
        (
            "im a backend dev, what does a data engineer do",
            {"backend developer": True, "data engineer": False},
        ),
        (
            "can a mechanical engineer become a data scientist",
            {"mechanical engineer": True, "data scientist": False},
        ),
        ("i am a nurse and midwife, what should i learn", {"nurse": True, "midwife": True}),
        ("nurse or midwife", {"nurse": False, "midwife": False}),
        (
            "with a background in electrical engineering can i become a data engineer",
            {"electrical engineering": True, "data engineer": False},
        ),
    ],
)
def test_origins_and_aims_are_told_apart(text: str, expected: dict[str, bool]) -> None:
    assert origins(text) == expected


def test_mentions_carry_the_span_of_their_tokens() -> None:
    assert find_professions("do data engineers know nurses".split()) == [
        ProfessionMention(1, 3, "data engineer", "data engineers"),
        ProfessionMention(4, 5, "nurse", "nurses"),
    ]


@pytest.mark.parametrize(
    ("text", "aims"),
    [
        ("i want to become a dentist", ["dentist"]),
        ("my son wants to be an electrician", ["electrician"]),
        ("i am a cook and want to retrain as a plumber", ["plumber"]),
        ("thinking of going into cybersecurity", ["cybersecurity"]),
        ("i was offered a spot in a paramedic course", ["paramedic"]),
        ("i am applying for a plumber job", ["plumber"]),
        ("i wanted to be a pilot once", []),
        ("i do not want to become a nurse", []),
        ("my parents want me to become a lawyer", []),
        ("i finished a paramedic course", []),
        ("i failed to become a pilot", []),
        ("i am a nurse", []),
        ("i used to be a teacher", []),
        ("my boss was a nurse", []),
    ],
)
def test_an_aim_is_what_somebody_wants_to_become(text: str, aims: list[str]) -> None:
    tokens = text.split()
    assert [p.name for p in find_professions(tokens) if is_aim(tokens, p)] == aims


def test_a_field_may_be_that_of_a_bootcamp() -> None:
    assert [p.name for p in find_professions("is a nursing certificate worth it".split())] == [
        "nursing"
    ]
    assert not find_professions("who does the nursing at night".split())


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("what do i earn", True),
        ("how long does it take to become one", True),
        ("are we in demand", True),
        ("what would i earn in gardens", False),
        ("how do i become one of them", False),
        ("how long does it take", False),
    ],
)
def test_a_question_may_be_about_the_work_that_was_told_of(question: str, about: bool) -> None:
    assert asks_about_teller(question.split()) is about


def test_the_trade_of_a_known_role_is_that_role() -> None:
    analyst = QualifierValue("analyst", "data analyst", ("data analyst", "data analysts"))
    vocabulary = Vocabulary(qualifiers=(Qualifier("role", "role", (analyst,)),))
    [trade] = MentionFinder(vocabulary).find("is a data analysis job enough".split())
    [other] = MentionFinder(vocabulary).find("is a nursing job enough".split())

    assert (trade.value, trade.name, trade.words) == ("analyst", "data analyst", "data analysis")
    assert other.value is None
