MINE = "my opcode"
