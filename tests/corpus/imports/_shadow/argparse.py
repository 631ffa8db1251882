MINE = "my argparse"
