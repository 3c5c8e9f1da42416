"""What a person sees: the Streamlit screens and the command line. They show, and decide nothing."""
