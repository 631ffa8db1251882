MINE = "my dis"
