MINE = "my ast"
