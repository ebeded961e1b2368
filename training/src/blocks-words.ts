// Lists of words that the reading word by word counts. They stand in the model's file.

/** Words by which somebody speaks of themselves or to the reader. */
export const PERSONAL =
  'i me my mine myself we us our ours you your yours yourself i’m i’ve i’d i’ll you’re you’ve you’ll we’re we’ve we’ll'

/** Words of credits of pictures and films. */
export const CREDIT =
  'photo photos photograph photographs image images picture pictures illustration courtesy credit credits getty reuters afp ap epa shutterstock alamy anadolu handout screenshot file source video caption'
