"""What can be known of code without running it, for every version.

- `stack.picture`, `stack.stack_texts`: what lies on the value stack before each instruction
- `blocks.graph`: basic blocks, edges, loops; `handlers.handlers`: which handler holds where
- `verifier.verify`: what is wrong with code, by rule; `depths.Depths`: the stack in numbers
- `branches.branches`: where control goes one of two ways
- `difference.differences`: what two code objects differ in, instruction by instruction
- `listing.Listing`, `graph_forms`: all of it to be read, as lines, JSON and Graphviz
"""
