// What happens to people and is nobody's deed.
const DISASTER =
  /^(?:earthquake|quake|tsunami|flood|flooding|floods|storm|hurricane|typhoon|cyclone|tornado|wildfire|fire|blaze|landslide|avalanche|drought|eruption|explosion|blast|crash|collision|derailment|accident|outbreak|epidemic|mudslide|stampede|shipwreck)$/

/** Is this the head word of an accident, a storm, a quake, a fire or an outbreak? */
export const isDisaster = (word: string): boolean => DISASTER.test(word)
