"""Names that belong to the world rather than to a knowledge base: places, trades, companies."""
