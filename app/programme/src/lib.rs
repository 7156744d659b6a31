//! What is publicly known of the camera programme: facts as data, each with its source and date.
