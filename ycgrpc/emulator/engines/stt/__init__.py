"""Speech engines: 16-bit PCM in piece by piece; partial and final hypotheses with word times out."""
