"""A small knowledge about bread instead of code: two trades, a quiz, steps and skills."""

from bot.knowledge.base import Knowledge
from bot.knowledge.loader import build_knowledge

FILES = {
    "faq/baking.yaml": """
- {id: dough, question: How do I knead dough?, answer: With patience.}
- {id: cakes, question: Which cakes do people buy?, answer: Sweet ones.}
""",
    "sources.yaml": """
- {id: guide, title: The Guide}
- {id: article, title: The Article, author: Fern, date: 2024-05-06, url: "https://example.org/a"}
""",
    "skills.yaml": """
groups:
  - {id: hands, name: Hands}
  - {id: head, name: Head}
skills:
  - {id: recipes, name: Recipes, group: head, why: Bread is chemistry., order: 20, paths: [cake],
     sources: [guide]}
  - {id: kneading, name: Kneading, group: hands, why: It makes dough elastic., order: 10,
     paths: [bread, cake], sources: [article], entry: dough}
  - {id: icing, name: Icing, group: hands, why: It pleases the eye., order: 30, paths: [cake]}
  - {id: early-rising, name: Early rising, group: head, why: Ovens start at night., order: 40}
""",
    "paths.yaml": """
paths:
  - {id: bread, name: Bread baker, summary: You make bread., focus: [dough, ovens],
     sources: [guide], entry: dough, next_steps: [dough]}
  - {id: cake, name: Pastry cook, summary: You make cakes., sources: [article], entry: cakes,
     next_steps: [cakes, dough]}
  - {id: sales, name: Shopkeeper, summary: You sell both.}
quiz:
  intro: Two questions.
  questions:
    - id: taste
      question: Sweet or salty?
      choices:
        - {label: Salty, scores: {bread: 2}}
        - {label: Sweet, scores: {cake: 2}}
        - {label: Neither, scores: {}}
    - id: morning
      question: Do you rise early?
      choices:
        - {label: Gladly, scores: {bread: 2, cake: 1}}
        - {label: Never, scores: {sales: 1}}
        - {label: For cake, scores: {cake: 2}}
        - {label: No matter, scores: {}}
""",
    "comparison.yaml": """
left: {name: Bread baker, entry: dough}
right: {name: Pastry cook, entry: cakes}
rows:
  - {id: hours, aspect: Hours, left: The night., right: The morning., sources: [guide]}
  - {id: sugar, aspect: Sugar, left: Hardly any., right: Plenty., sources: [article, guide],
     entry: cakes}
""",
    "roadmap.yaml": """
starts:
  - {id: home-baker, name: Home baker, description: You bake for your family.}
  - {id: cook, name: Cook}
steps:
  - {id: knead, title: Learn to knead, text: By hand first., done_for: [home-baker],
     skills: [kneading], sources: [guide], entry: dough}
  - {id: course, title: Take a course, text: In the evening., time: 3 months, for: [home-baker],
     skills: [recipes, icing], sources: [article]}
  - {id: kitchen, title: Change the kitchen, text: Ask the pastry team., for: [cook]}
  - {id: open, title: Open a bakery, text: Small at first., sources: [guide]}
""",
}


def bakery(**changes: str) -> Knowledge:
    """The knowledge above; `changes` replaces files by their stem (empty text removes one)."""
    files = FILES | {f"{stem}.yaml": text for stem, text in changes.items()}
    return build_knowledge({name: text.encode() for name, text in files.items() if text})
