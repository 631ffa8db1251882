MINE = "my copy"
