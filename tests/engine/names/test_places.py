import pycountry
import pytest

from bot.engine.lexical.text import tokenize
from bot.engine.names.places import PlaceMention, drop_us, find_places


def names(text: str) -> list[str]:
    return [place.name for place in find_places(tokenize(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ml engineer salary in Germany", ["Germany"]),
        ("what do they make in the UK?", ["United Kingdom"]),
        ("pay in the U.K.", ["United Kingdom"]),
        ("jobs in the United Arab Emirates", ["United Arab Emirates"]),
        ("uae salaries", ["United Arab Emirates"]),
        ("what about holland", ["Netherlands"]),
        ("and the netherlands?", ["Netherlands"]),
        ("south korea or north korea", ["South Korea", "North Korea"]),
        ("vietnam", ["Vietnam"]),
        ("Viet Nam", ["Vietnam"]),
        ("russia", ["Russia"]),
        ("Russian Federation", ["Russia"]),
        ("salary in turkey", ["Turkey"]),
        ("Türkiye", ["Turkey"]),
        ("china", ["China"]),
        ("czech republic", ["Czech Republic"]),
        ("Czechia", ["Czech Republic"]),
        ("Côte d'Ivoire", ["Ivory Coast"]),
        ("congo", ["Congo"]),
        ("papua new guinea", ["Papua New Guinea"]),
        ("bosnia", ["Bosnia and Herzegovina"]),
        ("iran and syria", ["Iran", "Syria"]),
        ("taiwan", ["Taiwan"]),
        ("laos", ["Laos"]),
        ("south sudan", ["South Sudan"]),
        ("i live in kosovo", ["Kosovo"]),
        ("hong kong", ["Hong Kong"]),
        ("new zealand", ["New Zealand"]),
        ("salary in nz", ["New Zealand"]),
    ],
)
def test_countries_are_found_by_everyday_and_standard_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("german companies", "Germany"),
        ("british salaries", "United Kingdom"),
        ("do brazilians earn well", "Brazil"),
        ("nigerian market", "Nigeria"),
        ("pakistani engineers", "Pakistan"),
        ("swiss pay", "Switzerland"),
        ("dutch startups", "Netherlands"),
        ("south african salaries", "South Africa"),
        ("saudi jobs", "Saudi Arabia"),
        ("filipino developers", "Philippines"),
        ("american pay", "United States"),
        ("polish companies", "Poland"),
        ("english universities", "England"),
        ("salaries at french firms", "France"),
        ("in german companies", "Germany"),
    ],
)
def test_the_people_of_a_country_name_it(text: str, expected: str) -> None:
    assert names(text) == [expected]


@pytest.mark.parametrize(
    ("text", "name", "country", "kind"),
    [
        ("in california", "California", "United States", "region"),
        ("silicon valley pay", "Silicon Valley", "United States", "region"),
        ("the bay area", "San Francisco Bay Area", "United States", "region"),
        ("west virginia", "West Virginia", "United States", "region"),
        ("tamil nadu", "Tamil Nadu", "India", "region"),
        ("ontario", "Ontario", "Canada", "region"),
        ("baden-württemberg", "Baden-Württemberg", "Germany", "region"),
        ("nrw", "North Rhine-Westphalia", "Germany", "region"),
        ("scotland", "Scotland", "United Kingdom", "region"),
        ("new south wales", "New South Wales", "Australia", "region"),
        ("in europe", "Europe", None, "region"),
        ("european salaries", "Europe", None, "region"),
        ("remote EU", "European Union", None, "region"),
        ("latin america", "Latin America", None, "region"),
        ("latam", "Latin America", None, "region"),
        ("the middle east", "Middle East", None, "region"),
        ("scandinavia", "Scandinavia", None, "region"),
        ("gulf countries", "Gulf states", None, "region"),
        ("south east asia", "Southeast Asia", None, "region"),
        ("sub-saharan africa", "Sub-Saharan Africa", None, "region"),
        ("bengaluru", "Bangalore", "India", "city"),
        ("salary in blr", "Bangalore", "India", "city"),
        ("gurugram", "Gurgaon", "India", "city"),
        ("new delhi", "Delhi", "India", "city"),
        ("nyc", "New York", "United States", "city"),
        ("new york", "New York", "United States", "city"),
        ("in sf", "San Francisco", "United States", "city"),
        ("in la", "Los Angeles", "United States", "city"),
        ("washington dc", "Washington DC", "United States", "city"),
        ("münchen", "Munich", "Germany", "city"),
        ("muenchen", "Munich", "Germany", "city"),
        ("zurich", "Zurich", "Switzerland", "city"),
        ("são paulo", "Sao Paulo", "Brazil", "city"),
        ("tel aviv", "Tel Aviv", "Israel", "city"),
        ("lagos", "Lagos", "Nigeria", "city"),
        ("ho chi minh city", "Ho Chi Minh City", "Vietnam", "city"),
        ("nice, france", "Nice", "France", "city"),
        ("poland", "Poland", "Poland", "country"),
    ],
)
def test_a_place_knows_its_country_and_kind(
    text: str, name: str, country: str | None, kind: str
) -> None:
    (place,) = find_places(tokenize(text))

    assert (place.name, place.country, place.kind) == (name, country, kind)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "can they help us get a job",
        "give us salary figures",
        "tell us more",
        "is it in demand",
        "no, be honest with me, am i in the right place to do it or so",
        "la la land",
        "how do i polish my portfolio",
        "i was reading in my room",
        "nice pay for a mobile developer",
        "jordan said hi",
        "chad moment",
        "georgia asked about python",
        "jersey number",
        "austin how much do you make",
        "can you answer in english please",
        "do i need to speak german",
        "i am fluent in french",
        "translate it to japanese",
        "spanish speaking jobs",
        "i translate german to english",
        "the boston housing dataset",
        "what is manhattan distance",
        "how do i solve the tower of hanoi",
        "georgia tech omscs",
        "he wrote about it in the new york times",
        "guinea pig",
        "family reunion",
        "is gcc a compiler",
        "does a bank of america analyst code",
    ],
)
def test_ordinary_words_are_no_places(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "code", [country.alpha_2.lower() for country in pycountry.countries] + ["ca", "tx", "wa", "or"]
)
def test_two_letter_codes_are_no_places(code: str) -> None:
    assert names(f"what about {code}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in jordan", ["Jordan"]),
        ("jobs in the georgia area", ["Georgia"]),
        ("salary in the us", ["United States"]),
        ("the us market", ["United States"]),
        ("salary in us", ["United States"]),
        ("us salary", ["United States"]),
        ("average us pay", ["United States"]),
        ("us vs india", ["United States", "India"]),
        ("india vs us", ["India", "United States"]),
        ("india or jordan", ["India", "Jordan"]),
        ("austin texas", ["Austin"]),
        ("phoenix, usa", ["Phoenix", "United States"]),
        ("ml engineer salary austin", ["Austin"]),
        ("moving from chad to jersey", ["Chad", "Jersey"]),
        ("how much in florence", ["Florence"]),
    ],
)
def test_ambiguous_names_count_where_they_point_at_a_place(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_mentions_carry_the_span_of_their_tokens() -> None:
    assert find_places("pay in new york or in south korea".split()) == [
        PlaceMention(2, 4, "New York", "United States", "city"),
        PlaceMention(6, 8, "South Korea", "South Korea", "country"),
    ]


@pytest.mark.parametrize("country", list(pycountry.countries), ids=lambda country: country.alpha_2)
def test_every_country_is_found_after_in(country: pycountry.db.Country) -> None:
    everyday = getattr(country, "common_name", country.name).partition(",")[0].partition(" (")[0]

    assert [place.kind for place in find_places(["in", *tokenize(everyday)])] == ["country"]


def test_display_names_are_everyday_names() -> None:
    shown = {
        place.name
        for country in pycountry.countries
        for place in find_places(tokenize(f"in {country.name}"))
    }

    assert len(shown) > 200
    assert not [name for name in shown if "," in name or "(" in name or "Republic of" in name]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("what can they do for us", "what can they do for"),
        ("tell us about it", "tell us about it"),
        ("income for us", "income for us"),
        ("what is it like for us based engineers", "what is it like for us based engineers"),
        ("is it more for us or india", "is it more for us or india"),
        ("which visa for us", "which visa for us"),
        ("us salary", "us salary"),
        ("in the us", "in the us"),
        ("worth it for us beginners", "worth it for beginners"),
        ("is it over for us", "is it over for"),
        ("best for us to start", "best for to start"),
        ("jobs for us girls", "jobs for girls"),
        ("pay for us and india", "pay for us and india"),
        ("and for us", "and for us"),
        ("who does that the guys or us", "who does that the guys or"),
        ("do they leave it to us", "do they leave it to"),
        ("move to us", "move to us"),
        ("india or us", "india or us"),
        ("what does it pay here or us", "what does it pay here or us"),
        ("compare pay there and us", "compare pay there and us"),
    ],
)
def test_us_that_is_nobodys_country_is_dropped(text: str, words: str) -> None:
    assert drop_us(text.split()) == words.split()
