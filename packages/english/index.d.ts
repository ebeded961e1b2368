export declare const bundle: URL
export declare const models: URL
export declare const sources: URL
