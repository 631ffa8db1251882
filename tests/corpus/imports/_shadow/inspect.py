MINE = "my inspect"
