"""How a text becomes words that can be compared, in English and in other languages."""
