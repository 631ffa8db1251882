MINE = "my contextlib"
