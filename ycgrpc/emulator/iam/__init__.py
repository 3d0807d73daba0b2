"""Identity and access: accounts, their keys, and the tokens that they get for them."""
