"""The room of the screen *Decision map*."""
