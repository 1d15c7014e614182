"""career-bot: answers a community's questions from a folder of YAML, or says it does not know."""

__version__ = "0.1.0"
