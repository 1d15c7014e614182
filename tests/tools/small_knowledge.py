"""A small knowledge of one's own for the tools' tests: two sources, a few figures and skills."""

from bot.knowledge.base import Knowledge
from bot.knowledge.loader import build_knowledge

FILES = {
    "faq/pay.yaml": """
- id: pay-us
  question: What is the pay in the US?
  answer: Good.
- id: skill-python
  question: Do I need Python?
  answer: "Yes."
""",
    "sources.yaml": """
- {id: guide, title: The Guide}
- {id: article, title: The Article, author: Fern, date: 2024-05-06}
""",
    "vocabulary.yaml": """
qualifiers:
  region:
    name: country
    values:
      - {id: india, name: India, words: [india, lakh]}
      - {id: us, name: the United States, words: [us, usa]}
  level:
    name: level
    values:
      - {id: entry, name: entry level, words: [beginner]}
      - {id: senior, name: experienced, words: [senior]}
""",
    "salaries.yaml": """
- {id: us-guide, amount: 128000, currency: USD, per: year, region: us, kind: average,
   source: guide, approximate: true, label: US average, entry: pay-us}
- {id: us-article, amount: 140000, currency: USD, per: year, region: us, kind: average,
   source: article, label: US average}
- {id: india-article, amount: 1000000, currency: INR, per: year, region: india, kind: average,
   source: article, label: India average}
- {id: entry-article, amount: 98000, currency: USD, per: year, level: entry, kind: up-to,
   source: article, attributed_to: Indeed, label: Entry level}
- {id: senior-guide, amount: 165000, currency: USD, per: year, region: us, level: senior,
   kind: at-least, source: guide, label: US experienced}
""",
    "skills.yaml": """
groups:
  - {id: languages, name: Languages}
  - {id: math, name: Mathematics}
skills:
  - {id: statistics, name: Statistics, group: math, why: Tells signal from noise., order: 20,
     words: [statistics, statistical analysis], sources: [guide]}
  - {id: python, name: Python, group: languages, why: Most models are written in it., order: 10,
     words: [python], paths: [applied], sources: [guide, article], entry: skill-python}
  - {id: r, name: R, group: languages, why: Made for statistics., order: 30, words: [r]}
  - {id: cpp, name: C++, group: languages, why: Fast., order: 40, words: [c++], paths: [applied]}
""",
    "paths.yaml": """
paths:
  - {id: applied, name: Applied, summary: Uses libraries., focus: [Frameworks], entry: pay-us}
""",
}


def small_knowledge(**changes: str) -> Knowledge:
    """The knowledge above; `changes` replaces files by their stem (empty text removes one)."""
    files = FILES | {f"{stem}.yaml": text for stem, text in changes.items()}
    return build_knowledge({name: text.encode() for name, text in files.items() if text})
