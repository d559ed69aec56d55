import { itKeepsItsExamples } from '../testing/it-keeps-its-examples';
import { rScope } from './r-scope';

itKeepsItsExamples(rScope);
