"""How things look in Discord: layouts, buttons, selects; nothing here decides an answer."""
