"""Tokens, words, phrases and patterns: what all else reads text with."""
