import { itKeepsItsExamples } from '../testing/it-keeps-its-examples';
import { t3Int } from './t3-int';

itKeepsItsExamples(t3Int);
