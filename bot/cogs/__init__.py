"""Ways of using the bot, one file each; cogs do not import each other."""
