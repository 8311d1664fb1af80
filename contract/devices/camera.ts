/** Camera: pictures are taken in the page, where the picture lives; here is only what every device answers. */

export const cameraCommands = {} as const;
