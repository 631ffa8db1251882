MINE = "my dataclasses"
