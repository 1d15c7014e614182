"""Lets `python -m bot` do what the `career-bot` command does."""

from bot.cli import main

if __name__ == "__main__":
    main()
