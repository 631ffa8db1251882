"""What can be known of code without running it: stack pictures, control flow, verification."""
