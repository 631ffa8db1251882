MINE = "my json"
