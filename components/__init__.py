"""How things look: panels, numbers, tables and the frame. Thin Streamlit; figures are pure and live in `figures`."""
