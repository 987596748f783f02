/** Acknowledges once, whoever asks for it. */
export const once = <Answer>(ack: (answer?: Answer) => Promise<void>) => {
  let done = false;
  return {
    done: () => done,
    ack: async (answer?: Answer): Promise<void> => {
      if (done) return;
      done = true;
      await ack(answer);
    },
  };
};
