"""The career tools as text and pictures, from the knowledge's data; no Discord in here."""
