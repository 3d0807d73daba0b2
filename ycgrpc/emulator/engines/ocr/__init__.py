"""OCR engines: an upright image and languages in; blocks, lines and words with their boxes out."""
