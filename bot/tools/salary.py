"""Pay figures as text: each with its source, where sources disagree, and what is not known."""

from collections.abc import Iterable, Mapping, Sequence

from bot.engine.entries import Source
from bot.engine.lexical.enumeration import join_names
from bot.knowledge.base import Knowledge
from bot.knowledge.schema import SalaryFigure
from bot.render import render_source_line
from bot.tools.wording import name_qualifier, name_value, qualifier_values, resolve_choice

NO_SALARIES = "This knowledge holds no pay figures."
COMPARABLE_KINDS = frozenset({"average", "typical"})
"""Kinds of figures that answer the same question, so that two of them can disagree."""
KIND_WORDS = {"average": "average", "typical": "typical", "top": "top roles"}
"""Kinds of figures that the amount alone does not tell."""
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "INR": "₹", "JPY": "¥"}
LAKH = 100_000


def name_region(knowledge: Knowledge) -> str:
    """What the knowledge calls a place that it has figures for, such as a country."""
    return name_qualifier(knowledge, "region", "country")


def name_level(knowledge: Knowledge) -> str:
    """What it calls how far somebody has come."""
    return name_qualifier(knowledge, "level", "level")


def salary_regions(knowledge: Knowledge) -> list[tuple[str, str]]:
    """The (id, name) of every region that has a figure, in the order of the figures."""
    ids = dict.fromkeys(figure.region for figure in knowledge.salaries if figure.region)
    return [(i, name_value(knowledge, "region", i)) for i in ids]


def salary_levels(knowledge: Knowledge) -> list[tuple[str, str]]:
    """The (id, name) of every level that has a figure of its own, in the order of the figures."""
    ids = dict.fromkeys(f.level for f in knowledge.salaries if f.level != "all")
    return [(i, name_value(knowledge, "level", i)) for i in ids]


def select_figures(
    knowledge: Knowledge, region: str | None = None, level: str | None = None
) -> list[SalaryFigure]:
    """The figures for a region and a level, given as ids, names or words of the vocabulary.

    Raises UnknownChoiceError when there are figures for neither such region nor such level.
    """
    region_id = _resolve(knowledge, "region", region, salary_regions(knowledge))
    level_id = _resolve(knowledge, "level", level, salary_levels(knowledge))
    return [
        figure
        for figure in knowledge.salaries
        if region_id in (None, figure.region) and level_id in (None, figure.level)
    ]


def render_salary(knowledge: Knowledge, region: str | None = None, level: str | None = None) -> str:
    """What is known about pay in Discord Markdown, narrowed by region and level.

    Both may be ids, names or words of the vocabulary.
    Raises UnknownChoiceError when there are figures for neither such region nor such level.
    """
    if not knowledge.salaries:
        return NO_SALARIES
    figures = select_figures(knowledge, region, level)
    region_id = _resolve(knowledge, "region", region, salary_regions(knowledge))
    level_id = _resolve(knowledge, "level", level, salary_levels(knowledge))
    parts = [f"## Pay{_word_scope(knowledge, region_id, level_id)}"]
    shown: Sequence[SalaryFigure] = figures
    if not figures:
        shown = _nearest(knowledge, level_id)
        parts.append(f"There is no figure{_word_scope(knowledge, region_id, level_id)}.")
        if shown:
            parts[-1] += f" The nearest figures name no {name_region(knowledge)}:"
    parts += _render_groups(knowledge, shown)
    parts += _word_disagreements(knowledge, figures)
    parts.append(_word_unknown(knowledge, region_id, level_id))
    parts.append(render_source_line((figure.source for figure in shown), knowledge.sources_by_id))
    return "\n\n".join(part for part in parts if part)


def format_amount(figure: SalaryFigure) -> str:
    """`about $128,000`, `up to $98,000`, `₹1,000,000 (10 lakh)`: the amount with its kind."""
    if figure.amount is None:
        low, high = figure.amount_min or 0, figure.amount_max or 0
        amount = f"{format_money(low, figure.currency)} to {format_money(high, figure.currency)}"
    else:
        amount = format_money(figure.amount, figure.currency)
    if figure.kind == "up-to":
        return f"up to {amount}"
    if figure.kind == "at-least":
        return f"{amount} or more"
    return f"about {amount}" if figure.approximate else amount


def format_money(amount: float, currency: str) -> str:
    """An amount with its currency; lakhs are added where people count in them."""
    number = f"{amount:,.0f}" if float(amount).is_integer() else f"{amount:,.2f}"
    symbol = _SYMBOLS.get(currency)
    money = f"{symbol}{number}" if symbol else f"{currency} {number}"
    if currency == "INR" and amount >= LAKH:
        money += f" ({amount / LAKH:g} lakh)"
    return money


def describe_figure(knowledge: Knowledge, figure: SalaryFigure) -> str:
    """One figure in one line: amount, what kind it is, for whom, and who says so when."""
    article = "an" if figure.per == "hour" else "a"
    parts = [f"**{format_amount(figure)}** {article} {figure.per}"]
    if figure.kind in KIND_WORDS:
        parts.append(KIND_WORDS[figure.kind])
    if figure.level != "all":
        parts.append(name_value(knowledge, "level", figure.level))
    return f"{', '.join(parts)} ({name_author(figure, knowledge.sources_by_id)})"


def name_author(figure: SalaryFigure, sources: Mapping[str, Source]) -> str:
    """Who gives the figure: the one a document names, and the document, with its date."""
    source = sources.get(figure.source)
    document = (source.author or f"“{source.title}”") if source else figure.source
    date = figure.as_of.isoformat() if figure.as_of else (source.date if source else None)
    if figure.attributed_to:
        document = f"{figure.attributed_to}, in {document}"
    return f"{document}, {date}" if date else document


def _resolve(
    knowledge: Knowledge, kind: str, typed: str | None, known: Iterable[tuple[str, str]]
) -> str | None:
    if typed is None or not typed.strip():
        return None
    words = {value.id: value.words for value in qualifier_values(knowledge, kind)}
    named = name_region(knowledge) if kind == "region" else name_level(knowledge)
    return resolve_choice(typed, [(i, (name, *words.get(i, ()))) for i, name in known], kind=named)


def _word_scope(knowledge: Knowledge, region_id: str | None, level_id: str | None) -> str:
    level = f", {name_value(knowledge, 'level', level_id)}" if level_id else ""
    region = f" in {name_value(knowledge, 'region', region_id)}" if region_id else ""
    return f"{region}{level}"


def _nearest(knowledge: Knowledge, level_id: str | None) -> list[SalaryFigure]:
    return [
        figure
        for figure in knowledge.salaries
        if figure.region is None and level_id in (None, figure.level)
    ]


def _render_groups(knowledge: Knowledge, figures: Iterable[SalaryFigure]) -> list[str]:
    groups: dict[tuple[str | None, str], list[SalaryFigure]] = {}
    for figure in figures:
        groups.setdefault((figure.region, figure.currency), []).append(figure)
    blocks = []
    for (region, _), members in sorted(groups.items(), key=lambda item: item[0][0] is None):
        name = (
            name_value(knowledge, "region", region)
            if region
            else f"no {name_region(knowledge)} given"
        )
        lines = [f"**{name[0].upper()}{name[1:]}**"]
        for figure in members:
            lines.append(f"- {describe_figure(knowledge, figure)}")
            lines += [f"-# {figure.note}"] if figure.note else []
        blocks.append("\n".join(lines))
    return blocks


def _word_disagreements(knowledge: Knowledge, figures: Iterable[SalaryFigure]) -> list[str]:
    """A line for each place and level for which sources give different averages."""
    groups: dict[tuple[str | None, str, str, str], list[SalaryFigure]] = {}
    for figure in figures:
        if figure.kind in COMPARABLE_KINDS and figure.amount is not None:
            key = (figure.region, figure.level, figure.currency, figure.per)
            groups.setdefault(key, []).append(figure)
    lines = []
    for (region, level, currency, _), members in groups.items():
        amounts = sorted({figure.amount for figure in members if figure.amount is not None})
        if len(amounts) < 2 or len({figure.source for figure in members}) < 2:
            continue
        scope = _word_scope(knowledge, region, None if level == "all" else level)
        low, high = format_money(amounts[0], currency), format_money(amounts[-1], currency)
        lines.append(f"The sources disagree on the average{scope}: {low} to {high}.")
    return lines


def _word_unknown(knowledge: Knowledge, region_id: str | None, level_id: str | None) -> str:
    """What a person may look for here in vain, said plainly."""
    regions = salary_regions(knowledge)
    lines = []
    if level_id is None:
        for identifier, name in regions:
            if region_id not in (None, identifier):
                continue
            held = {f.level for f in knowledge.salaries if f.region == identifier}
            lacking = [level for i, level in salary_levels(knowledge) if i not in held]
            if lacking:
                lines.append(f"- for {name}: {join_names(lacking, 'or')}")
    if regions:
        known = join_names([name for _, name in regions])
        lines.append(f"- for any {name_region(knowledge)} other than {known}")
    return "\n".join(["**No figures**", *lines]) if lines else ""
