/** The folder of flows, as every command that reads one asks for it. */
export const flowsFolder = {
  type: 'positional',
  required: true,
  valueHint: 'DIR',
  description: 'the folder that holds the YAML',
  zh: '存放 YAML 的文件夹',
} as const;
