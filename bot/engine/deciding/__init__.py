"""From what was read to a reply: outcomes, messages, turns, and silence."""
