"""Honest measurement: labelled questions, what the engine made of them, and what that is worth."""
